/** The bridge: the contract and nothing else. Its types are the window's: see src/renderer/client.ts. */
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('paralel', {
  call: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', method, input),
});
