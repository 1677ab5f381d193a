/** 7.1 and 7.20: what is shown is tagged or an artifact, and roles are those that everyone knows. */
import { isArtifact, isTagged } from '../content';
import { has, nameAt } from '../objects';
import { anyElement, type Rule, rule } from './rule';

export const tagging: readonly Rule[] = [
  rule('7.1-1', 'An artifact stands within tagged content.', ({ content }) =>
    content.marked
      .filter((marked) => marked.tag === 'Artifact' && isTagged(marked))
      .map(({ where }) => where),
  ),
  rule('7.1-2', 'Tagged content stands within an artifact.', ({ content }) =>
    content.marked
      .filter(({ element, around }) => element && isArtifact(around))
      .map(({ mcid, where }) => `${where}, marked content ${mcid}`),
  ),
  rule('7.1-3', 'Something is shown that is neither tagged nor an artifact.', ({ content }) => {
    const loose = content.shown.filter(({ within }) => !isTagged(within) && !isArtifact(within));
    return new Set(loose.map(({ kind, where }) => `${where}, ${kind}`));
  }),
  anyElement('7.1-5', 'The role map leads to no standard type.', ({ standard }) => standard === undefined),
  anyElement('7.1-6', 'The role map leads in a circle.', ({ isMappedInCircle }) => isMappedInCircle),
  anyElement('7.1-7', 'A standard type is mapped to another.', ({ remapped }) => remapped !== undefined),
  anyElement('7.1-12', 'A structure element does not name its parent.', ({ dict }) => !has(dict, 'P')),
  // 7.20: content of other files cannot be tagged here.
  rule('7.20-1', 'A form stands for a page of another file.', ({ dictionaries }) =>
    dictionaries
      .filter(({ dict }) => has(dict, 'Ref') && nameAt(dict, 'Subtype') === 'Form')
      .map(({ where }) => where),
  ),
  rule('7.20-2', 'A form with tagged content is painted more than once.', ({ content }) => {
    const counts = new Map<unknown, number>();
    for (const { form } of content.forms) counts.set(form, (counts.get(form) ?? 0) + 1);
    return new Set(
      content.forms.filter(({ form, hasMarks }) => hasMarks && counts.get(form)! > 1).map(({ name }) => name),
    );
  }),
];
