/** What the main process is told of a page's doings that the protocol does not tell. */
import type { Line } from './ipc-renderer.ts';

export function watchPage(line: Line, hasWebviews: boolean): void {
  addEventListener('contextmenu', (event) => {
    // As it was when it was asked for, and once the page has had its say: we listen before it does.
    const params = contextOf(event);
    setTimeout(() => event.defaultPrevented || line.tell({ kind: 'context-menu', params }));
  });
  // What the page does not take for itself is the menu's.
  addEventListener('keydown', (event) => {
    const { key, code, ctrlKey: control, altKey: alt, shiftKey: shift, metaKey: meta } = event;
    const press = { key, code, control, alt, shift, meta };
    setTimeout(() => event.defaultPrevented || !event.isTrusted || line.tell({ kind: 'key', press }));
  });
  // Their content comes from no network, so the protocol does not pause them.
  Reflect.get(globalThis, 'navigation')?.addEventListener('navigate', (event: NavigateEvent) => {
    const { url, sameDocument } = event.destination;
    const isOther = sameDocument || !event.cancelable || event.downloadRequest !== null;
    if (isOther || !/^(blob|data):/iu.test(url)) return;
    event.preventDefault();
    line.tell({ kind: 'navigate', url });
  });
  if (window.top === window) addEventListener('DOMContentLoaded', () => watchTitle(line));
  if (hasWebviews) watchWebviews(line);
}

function watchTitle(line: Line): void {
  let told: string | undefined;
  const tell = (): void => {
    if (document.title === told) return;
    told = document.title;
    line.tell({ kind: 'title', title: told });
  };
  const observer = new MutationObserver(tell);
  // A picture has none.
  if (document.head) observer.observe(document.head, { childList: true });
  for (const title of document.querySelectorAll('head > title'))
    observer.observe(title, { childList: true, characterData: true, subtree: true });
  tell();
}

interface NavigateEvent extends Event {
  destination: { url: string; sameDocument: boolean };
  downloadRequest: string | null;
}

/** Electron's docs/api/web-contents.md, event 'context-menu'. */
function contextOf(event: MouseEvent): object {
  const node = event.target instanceof Element ? event.target : document.documentElement;
  const link = node.closest('a[href]');
  const media = node.closest('img, video, audio, canvas');
  const field = node.closest('input, textarea');
  const isEditable =
    (field instanceof HTMLInputElement &&
      !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/u.test(field.type)) ||
    field instanceof HTMLTextAreaElement ||
    (node instanceof HTMLElement && node.isContentEditable);
  const selected = selectionOf(field);
  const isWritable = isEditable && !(field?.hasAttribute('readonly') ?? false);
  return {
    x: event.clientX,
    y: event.clientY,
    linkURL: link instanceof HTMLAnchorElement ? link.href : '',
    linkText: link?.textContent ?? '',
    pageURL: location.href,
    frameURL: window.top === window ? '' : location.href,
    srcURL: media instanceof HTMLImageElement || media instanceof HTMLMediaElement ? media.currentSrc : '',
    mediaType: media ? (media.localName === 'img' ? 'image' : media.localName) : 'none',
    hasImageContents: media instanceof HTMLImageElement && media.naturalWidth > 0,
    isEditable,
    selectionText: selected,
    titleText: node instanceof HTMLElement ? node.title : '',
    altText: media instanceof HTMLImageElement ? media.alt : '',
    suggestedFilename: '',
    selectionRect: { x: event.clientX, y: event.clientY, width: 0, height: 0 },
    selectionStartOffset: 0,
    referrerPolicy: { url: location.href, policy: 'strict-origin-when-cross-origin' },
    misspelledWord: '',
    dictionarySuggestions: [],
    frameCharset: document.characterSet,
    formControlType: field instanceof HTMLInputElement ? `input-${field.type}` : field ? 'text-area' : 'none',
    spellcheckEnabled: node instanceof HTMLElement && node.spellcheck,
    menuSourceType: event.button === 2 ? 'mouse' : 'keyboard',
    mediaFlags: {},
    editFlags: {
      canUndo: isWritable && document.queryCommandEnabled('undo'),
      canRedo: isWritable && document.queryCommandEnabled('redo'),
      canCut: isWritable && selected !== '',
      canCopy: selected !== '',
      canPaste: isWritable,
      canDelete: isWritable && selected !== '',
      canSelectAll: true,
      canEditRichly: node instanceof HTMLElement && node.isContentEditable,
    },
  };
}

function selectionOf(field: Element | null): string {
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (!isText) return String(getSelection() ?? '');
  return field.selectionStart === null
    ? ''
    : field.value.slice(field.selectionStart, field.selectionEnd ?? undefined);
}

/** Chromium does not know the tag; what Electron would attach is told, and never shown. */
function watchWebviews(line: Line): void {
  const told = new WeakMap<Element, string | null>();
  const tell = (node: Node): void => {
    if (!(node instanceof Element) || node.localName !== 'webview' || !node.hasAttribute('src')) return;
    if (told.get(node) === node.getAttribute('src')) return;
    told.set(node, node.getAttribute('src'));
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    line.tell({
      kind: 'webview',
      src: new URL(node.getAttribute('src') ?? '', document.baseURI).href,
      attributes,
    });
  };
  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes) {
      if (type === 'attributes') tell(target);
      for (const node of addedNodes) {
        tell(node);
        if (node instanceof Element) node.querySelectorAll('webview').forEach(tell);
      }
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['src'] });
}
