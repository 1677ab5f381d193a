/** The handout's own page: shows the handout that stands in it, and says when it is ready to print. */
import '../styles/fonts.css';
import './print.css';
import './page.css';
import './tables.css';
import { createApp } from 'vue';
import type { Handout } from '../../shared/contract';
import type { PrintPage } from '../../shared/print-page';
import { learn } from '../i18n';
import { loadFaces } from './faces';
import { fitTables } from './fit-tables';
import { hyphenate } from './hyphenate';
import { divideOverlong } from './overlong';
import { number, numbered } from './number';
import PrintDocument from './PrintDocument.vue';
import { pageRules } from './pageRules';
import { tellLanguages } from './tell-languages';
import { localizedIn } from '../../core/text/localized';

declare global {
  interface Window {
    handout: PrintPage;
  }
}

function readHandout(): Handout {
  const block = document.getElementById('handout')?.textContent;
  if (!block) throw new Error('there is no handout in the page');
  return JSON.parse(block);
}

function adopt(rules: string): void {
  // A constructed sheet, because the Content-Security-Policy allows no <style>.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}

async function show(handout: Handout): Promise<HTMLElement> {
  const editions = handout.chapters.flatMap((chapter) => chapter.editions.map(({ lang }) => lang));
  const langs = new Set([handout.lang, ...handout.langs, ...editions]);
  await Promise.all([...langs].map(learn));
  const rules = pageRules(handout);
  adopt(rules);
  const { classList } = document.documentElement;
  classList.toggle('contrast', handout.page.contrast);
  classList.toggle('hyphenated', handout.page.hyphenate);
  const root = document.getElementById('document');
  if (!root) throw new Error('there is no place for the document in the page');
  const app = createApp(PrintDocument, { handout });
  // A part that cannot be shown must not be missing from the paper without a word.
  app.config.throwUnhandledErrorInProduction = true;
  // Laid out once it has its faces, and not before.
  root.hidden = true;
  app.mount(root);
  await loadFaces(root, rules);
  root.hidden = false;
  fitTables(root);
  return root;
}

/** @param whole puts divided words together again, which only paper needs apart */
function offer(root: HTMLElement, handout: Handout, whole: () => void): PrintPage {
  return {
    number: (pages) => number(root, pages),
    numbered: () => numbered(root),
    async html() {
      whole();
      return (await import('./html')).htmlOf(root, {
        title: handout.title,
        description: localizedIn(handout.library.title, handout.lang),
        author: 'Paralel',
      });
    },
    async tree() {
      whole();
      return (await import('./tree')).treeOf(root);
    },
  };
}

/** Waited for by whoever prints. */
const { dataset } = document.documentElement;
try {
  const handout = readHandout();
  const root = await show(handout);
  const undivide = handout.page.hyphenate ? await hyphenate(root) : () => undefined;
  const undivideOverlong = await divideOverlong(root);
  window.handout = offer(root, handout, () => {
    undivideOverlong();
    undivide();
  });
  tellLanguages(root);
  dataset['ready'] = 'true';
} catch (error) {
  dataset['failed'] = error instanceof Error ? error.message : String(error);
}
