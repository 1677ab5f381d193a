/** The order of the test files: those that take long first, so that none is left for the end with nobody beside it. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Measured on two processors, in this order. */
const LONGEST = ['integration/notes-crash', 'e2e/interface', 'e2e/note', 'electron/privacy', 'e2e/handout', 'integration/handout-presets']; // prettier-ignore
/** A browser, then a program, then neither. */
const KINDS = ['e2e/', 'electron/', 'integration/', 'hostile/'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => rank(a.moduleId) - rank(b.moduleId));
  }
}

function rank(path: string): number {
  const within = (list: readonly string[]): number => {
    const at = list.findIndex((part) => path.includes(`/tests/${part}`));
    return at < 0 ? list.length : at;
  };
  return within(LONGEST) * KINDS.length + within(KINDS);
}
