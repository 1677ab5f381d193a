/** The program as if it had been packaged; what it would say in a dialog is printed. */
import { app, dialog } from 'electron';

Object.defineProperty(app, 'isPackaged', { value: true });
dialog.showErrorBox = (_title, content) => console.error(content);
await import('../../../out/main/index.js');
