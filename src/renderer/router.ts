/** Where the reader can go. Addresses are hashes, so that both shells serve one page. */
import { createRouter, createWebHashHistory } from 'vue-router';
import ArticlePage from './pages/ArticlePage.vue';
import ContentsPage from './pages/ContentsPage.vue';

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
    },
    { path: '/figures', name: 'figures', component: () => import('./pages/FiguresPage.vue') },
    { path: '/settings', name: 'settings', component: () => import('./pages/SettingsPage.vue') },
    { path: '/:anything(.*)*', name: 'lost', component: () => import('./pages/LostPage.vue') },
  ],
});
