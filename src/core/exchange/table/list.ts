/** Several values in one cell: parted by `; `, and a semicolon of their own kept by a backslash. */

export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\;]/g, '\\$&')).join('; ');
}

export function splitList(cell: string): string[] {
  return Array.from(cell.matchAll(/(?:\\.|[^;\\]|\\$)+/gsu), ([value]) =>
    value.replace(/\\([\\;])/g, '$1').trim(),
  ).filter((value) => value !== '');
}
