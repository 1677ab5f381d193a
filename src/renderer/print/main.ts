/** The handout's own page: shows the handout that stands in it, and says when it is ready to print. */
import '../styles/fonts.css';
import './print.css';
import './page.css';
import './tables.css';
import { createApp } from 'vue';
import type { Handout } from '../../shared/contract';
import { learn } from '../i18n';
import { loadFaces } from './faces';
import PrintDocument from './PrintDocument.vue';
import { pageRules } from './pageRules';

function readHandout(): Handout {
  const block = document.getElementById('handout')?.textContent;
  if (!block) throw new Error('there is no handout in the page');
  return JSON.parse(block);
}

function adoptPageRules(handout: Handout): void {
  // A constructed sheet, because the Content-Security-Policy allows no <style>.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageRules(handout));
  document.adoptedStyleSheets = [sheet];
}

async function show(): Promise<void> {
  const handout = readHandout();
  await Promise.all(handout.parts.map(({ article }) => learn(article.lang)));
  adoptPageRules(handout);
  const app = createApp(PrintDocument, { handout });
  // A part that cannot be shown must not be missing from the paper without a word.
  app.config.throwUnhandledErrorInProduction = true;
  app.mount('#document');
  await loadFaces(document);
}

/** Waited for by whoever prints. */
const { dataset } = document.documentElement;
try {
  await show();
  dataset['ready'] = 'true';
} catch (error) {
  dataset['failed'] = error instanceof Error ? error.message : String(error);
}
