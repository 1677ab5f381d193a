/** Where a half-filled form waits while its window is open. A browser writes its session storage to the disk. */

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is put here in private is never on the disk, and so does not outlast the page. */
const memory = new Map<string, string>();

/** @param isPrivate asked each time: it may change while a form is open */
export function draftShelf(isPrivate: () => boolean, storage: Shelf = sessionStorage): Shelf {
  return {
    getItem: (name) => memory.get(name) ?? storage.getItem(name),
    setItem(name, text) {
      if (isPrivate()) return void memory.set(name, text);
      memory.delete(name);
      storage.setItem(name, text);
    },
    removeItem(name) {
      memory.delete(name);
      storage.removeItem(name);
    },
  };
}
