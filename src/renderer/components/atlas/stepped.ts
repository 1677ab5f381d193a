/** Where a key leads in an order; undefined where the key leads nowhere. */
export function stepped(ids: readonly string[], from: string | undefined, key: string): string | undefined {
  const at = ids.indexOf(from ?? '');
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return ids[Math.min(at + 1, ids.length - 1)];
    case 'ArrowLeft':
    case 'ArrowUp':
      return ids[Math.max(at - 1, 0)];
    case 'Home':
      return ids[0];
    case 'End':
      return ids.at(-1);
    default:
      return undefined;
  }
}
