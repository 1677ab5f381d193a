/** The program as if it had been packaged; what it would say in a dialog is printed. */
import { app, dialog } from 'electron';

Object.defineProperty(app, 'isPackaged', { value: true });
dialog.showErrorBox = (_title, content) => console.error(content);
// By its address: types are checked before anything is built.
await import(new URL('../../../out/main/index.js', import.meta.url).href);
