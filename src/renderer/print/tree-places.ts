/** Where links lead: to headings, the only places that a tree knows. */

export interface Places {
  /** Of a heading that something leads to. */
  idOf(heading: Element): string | undefined;
  /** As the tree has it; null where it leads nowhere. */
  hrefOf(href: string): string | null;
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

export function placesIn(root: Element): Places {
  const headings = [...root.querySelectorAll(HEADINGS)];
  const wanted = [...root.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href') ?? '');
  const ids = new Map<Element, string>();
  const placed = new Map<string, string>();
  for (const href of new Set(wanted)) {
    const target = root.ownerDocument.getElementById(decoded(href.slice(1)));
    const heading = target && headingOf(target, headings);
    if (!heading) continue;
    const id = ids.get(heading) ?? target.id;
    ids.set(heading, id);
    placed.set(href, `#${id}`);
  }
  return {
    idOf: (heading) => ids.get(heading),
    hrefOf: (href) => placed.get(href) ?? (href.startsWith('https://') ? href : null),
  };
}

/** The one that opens it, or the one beneath which it stands; before the first of all, that one. */
function headingOf(target: Element, headings: readonly Element[]): Element | undefined {
  const within = headings.find((heading) => target.contains(heading));
  const before = headings.findLast(
    (heading) => target.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  return within ?? before ?? headings[0];
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
