/** Addresses that a document could hold to lead a window, or the reader, astray. */
export const FOREIGN = [
  'https://evil.example/', 'http://evil.example/', 'http://127.0.0.1:8041/', 'https://[::1]/', 'ftp://evil.example/', 'file:///etc/passwd',
  'file://server/share/evil.exe', 'smb://server/share', '\\\\server\\share', 'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>',
  'mailto:a@evil.example', 'tel:+38344000000', 'ms-msdt:/id', 'ms-officecmd:x', 'search-ms:query=x', 'vscode://file/etc/passwd', 'chrome://gpu',
  'devtools://devtools/bundled/inspector.html', 'view-source:https://evil.example/', 'paralel-app://evil/',
  'paralel-app://print/', 'paralel-app://app.evil.example/', 'paralel:settings', 'blob:https://evil.example/x',
  'filesystem:https://evil.example/x', 'ws://evil.example/', 'https://xn--e1afmkfd.example/',
]; // prettier-ignore
