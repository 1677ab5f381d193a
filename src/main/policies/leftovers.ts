/**
 * What Chromium keeps for pages in the program's own folder. Nothing of ours needs any of it from one start to the
 * next: a half-filled form waits in its window's session storage only until the window is closed, but the file keeps
 * its bytes for longer. Compiled code and shaders, which say nothing of what was read, stay: without them a start is slower.
 */
export const LEFTOVERS: readonly string[] = [
  'Session Storage', 'Local Storage', 'IndexedDB', 'WebStorage', 'File System', 'databases', 'blob_storage', 'Service Worker',
  'Shared Dictionary', 'SharedStorage', 'Shared Storage', 'Cache', 'Network', 'Cookies', 'Cookies-journal', 'DIPS', 'DIPS-journal',
  'DIPS-shm', 'DIPS-wal', 'Network Persistent State', 'TransportSecurity', 'Trust Tokens', 'Trust Tokens-journal', 'Dictionaries',
]; // prettier-ignore
