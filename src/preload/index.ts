/** The bridge: the contract's calls and events, and nothing else. Its types are the window's: see src/renderer/client.ts. */
import { contextBridge, ipcRenderer } from 'electron';

type Listener = (event: unknown) => void;

/** Until the window listens, what it is told waits. */
let early: unknown[] | undefined = [];
let tell: Listener = (event) => void early?.push(event);

ipcRenderer.on('event', (_, event: unknown) => tell(event));

contextBridge.exposeInMainWorld('paralel', {
  call: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', method, input),
  onEvent(listener: Listener): void {
    tell = listener;
    early?.forEach((event) => listener(event));
    early = undefined;
  },
});
