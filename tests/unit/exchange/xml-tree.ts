/** A document as a tree, for rules about what may stand where. Its own parser use: ours reads entry by entry. */
import { SaxesParser } from 'saxes';

export interface Node {
  /** `min:subjectField`, by namespace and not by what the document calls it. */
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

export function parseTree(bytes: Uint8Array, prefixes: Record<string, string> = {}): Node {
  const parser = new SaxesParser({ xmlns: true });
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const prefix = prefixes[uri] ?? (uri === '' ? '' : `{${uri}}`);
    const node: Node = {
      name: prefix === '' ? local : `${prefix}:${local}`,
      attributes: Object.fromEntries(Object.values(attributes).map((each) => [each.name, each.value])),
      children: [],
      text: '',
    };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(new TextDecoder().decode(bytes)).close();
  return root.children[0]!;
}

export function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export interface Rule {
  /** Over the names of the children, each followed by a space. */
  children?: RegExp;
  attributes?: readonly string[];
  values?: readonly string[];
}

/** What breaks the rules, by the path to it; an element without a rule may not stand anywhere. */
export function violations(node: Node, rules: Readonly<Record<string, Rule>>, path = node.name): string[] {
  const rule = rules[node.name];
  if (rule === undefined) return [`${path}: not allowed`];
  const { children = /^$/, attributes = [], values } = rule;
  const sequence = node.children.map(({ name }) => `${name} `).join('');
  return [
    ...(children.test(sequence) ? [] : [`${path}: ${sequence}`]),
    ...attributes.filter((name) => !node.attributes[name]).map((name) => `${path}: no ${name}`),
    ...(values && !values.includes(node.text) ? [`${path}: ${node.text}`] : []),
    ...node.children.flatMap((child) => violations(child, rules, `${path}/${child.name}`)),
  ];
}
