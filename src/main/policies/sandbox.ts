/**
 * A packaged program never runs without its sandbox: AppImage's launcher switches it off by itself where the system
 * does not let programs make namespaces, and every document would be a danger.
 */
export function mayRun(program: { isPackaged: boolean; hasNoSandbox: boolean }): boolean {
  return !(program.isPackaged && program.hasNoSandbox);
}
