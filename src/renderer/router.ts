/** Where the reader can go. Addresses are hashes, so that both shells serve one page. */
import { createRouter, createWebHashHistory } from 'vue-router';
import ArticlePage from './pages/ArticlePage.vue';
import ContentsPage from './pages/ContentsPage.vue';

/** They come in one piece each: what they share is nothing that every start should bring. */
const programPages = () => import('./pages/program');
const deskPages = () => import('./pages/desk');

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'contents', component: ContentsPage },
    /** `?block=ID` scrolls to a block, `?find=WORDS` marks words, `?name=ID` opens a name's card. */
    {
      path: '/article/:id',
      name: 'article',
      component: ArticlePage,
      props: true,
    },
    /** `?words=…&exact=1&lang=sq` */
    { path: '/search', name: 'search', component: () => import('./pages/SearchPage.vue') },
    { path: '/names', name: 'names', component: () => import('./pages/NamesPage.vue') },
    {
      path: '/names/:id',
      name: 'concordance',
      component: () => import('./pages/ConcordancePage.vue'),
      props: true,
      // What is chosen further down narrows the rows below it.
      meta: { keepsPlace: true },
    },
    {
      path: '/names/:id/edit',
      name: 'edit-entity',
      component: async () => (await deskPages()).EditPage,
      props: true,
    },
    /** `?text=…&lang=sq`: what it is called to begin with. */
    { path: '/add-name', name: 'add-entity', component: async () => (await deskPages()).EditPage },
    /** `?article=ID&lang=sq` */
    { path: '/findings', name: 'findings', component: async () => (await deskPages()).FindingsPage },
    /** `?sides=ARTICLE.LANG,ARTICLE.LANG` */
    { path: '/compare', name: 'compare', component: async () => (await deskPages()).ComparePage },
    { path: '/match', name: 'match', component: async () => (await deskPages()).MatchPage },
    { path: '/changes', name: 'changes', component: async () => (await deskPages()).ChangesPage },
    { path: '/import', name: 'import', component: async () => (await deskPages()).ImportPage },
    /** `?words=…&article=ID&tag=…&colour=red&state=moved&sort=place&trash=1`; `?import=1` asks for a file. */
    { path: '/notes', name: 'notebook', component: () => import('./pages/NotebookPage.vue') },
    { path: '/figures', name: 'figures', component: () => import('./pages/FiguresPage.vue') },
    /** `?article=ID&lang=sq` begins with that article, `?saved=ID` opens one that is kept. */
    { path: '/handout', name: 'handout', component: () => import('./pages/HandoutPage.vue') },
    /** `?article=ID` */
    { path: '/map', name: 'map', component: () => import('./pages/MapPage.vue') },
    { path: '/timeline', name: 'timeline', component: () => import('./pages/TimelinePage.vue') },
    { path: '/settings', name: 'settings', component: async () => (await programPages()).SettingsPage },
    { path: '/welcome', name: 'welcome', component: async () => (await programPages()).WelcomePage },
    { path: '/about', name: 'about', component: async () => (await programPages()).AboutPage },
    { path: '/keys', name: 'keys', component: async () => (await programPages()).KeysPage },
    { path: '/:anything(.*)*', name: 'lost', component: () => import('./pages/LostPage.vue') },
  ],
});
