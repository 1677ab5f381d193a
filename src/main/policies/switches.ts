/**
 * Options of Chromium's that a packaged program does without. Whoever can start a program can do worse; but a link, a
 * shortcut or a script that only may start this one should not get code run, a debugger attached or a file written by it.
 * `--no-sandbox` is not among them: see sandbox.ts. Node's own, such as `--inspect`, are turned off by fuses.
 */
export const REFUSED_SWITCHES: readonly string[] = [
  // A debugger, which can do in our pages whatever we can.
  'remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins',
  // Another program in place of Chromium's own processes, or code within them.
  'browser-subprocess-path', 'gpu-launcher', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'zygote-cmd-prefix', 'plugin-launcher', 'ppapi-plugin-launcher',
  'load-extension', 'disable-extensions-except', 'js-flags',
  // What keeps pages apart from the machine and from each other.
  'single-process', 'in-process-gpu', 'no-zygote', 'no-zygote-sandbox', 'disable-gpu-sandbox', 'disable-seccomp-filter-sandbox',
  'disable-setuid-sandbox', 'disable-namespace-sandbox', 'disable-site-isolation-trials', 'disable-web-security',
  'allow-file-access-from-files', 'allow-running-insecure-content', 'unsafely-treat-insecure-origin-as-secure',
  'ignore-certificate-errors', 'enable-features', 'disable-features', 'enable-blink-features', 'blink-settings', 'enable-experimental-web-platform-features',
  // A way around the proxy that is nobody (network.ts); our own values of the others take the place of what was given.
  'no-proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'host-rules',
  // A file, written wherever it is said.
  'log-net-log', 'ssl-key-log-file', 'trace-startup-file', 'log-file',
]; // prettier-ignore

/** Those that were given. @param program as soon as our code runs: Chromium has read some of them by then (docs/security.md) */
export function refusedSwitches(program: {
  isPackaged: boolean;
  hasSwitch(name: string): boolean;
}): string[] {
  return program.isPackaged ? REFUSED_SWITCHES.filter((name) => program.hasSwitch(name)) : [];
}
