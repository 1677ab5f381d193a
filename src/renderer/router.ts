/** Where the reader can go. Addresses are hashes, so that both shells serve one page. */
import { createRouter, createWebHashHistory } from 'vue-router';

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'contents', component: () => import('./pages/ContentsPage.vue') },
    /** `?block=ID` scrolls to a block, `?find=WORDS` marks words, `?name=ID` opens a name's card. */
    {
      path: '/article/:id',
      name: 'article',
      component: () => import('./pages/ArticlePage.vue'),
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
