/**
 * Whether a call's input is worth a closer look. A structured clone can be far more than data: to a schema an array of
 * bytes is an object with ten million keys, and it would complain of every one.
 */
export function isPlainObject(input: unknown): boolean {
  return Object.prototype.toString.call(input) === '[object Object]';
}
