/** The translator's desk: pages that change names, compare them and bring them in. */
export { default as ChangesPage } from './ChangesPage.vue';
export { default as ComparePage } from './ComparePage.vue';
export { default as EditPage } from './EditPage.vue';
export { default as FindingsPage } from './FindingsPage.vue';
export { default as ImportPage } from './ImportPage.vue';
export { default as MatchPage } from './MatchPage.vue';
