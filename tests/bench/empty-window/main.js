/** The least that an Electron application can be: a window that shows a page of one letter. */
import { app, BrowserWindow, protocol } from 'electron';

const PAGE = '<!doctype html><title>Empty</title><p id="there">.';

protocol.registerSchemesAsPrivileged([{ scheme: 'empty', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  protocol.handle('empty', () => new Response(PAGE, { headers: { 'content-type': 'text/html' } }));
  new BrowserWindow().loadURL('empty://page/');
});
