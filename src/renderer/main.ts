import { createPinia, storeToRefs } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { followAppearance } from './composables/appearance';
import { followLanguage } from './composables/interface-language';
import { i18n } from './i18n';
import { router } from './router';
import { useMessages } from './stores/messages';
import { useSession } from './stores/session';
import './styles/base.css';

const app = createApp(App).use(createPinia()).use(i18n);

const { interfaceLang, settings } = storeToRefs(useSession());
followLanguage(interfaceLang);
followAppearance(settings);

const { tellError } = useMessages();
const report = (error: unknown): void => {
  console.error(error);
  tellError(error);
};
app.config.errorHandler = report;
router.onError(report);
addEventListener('unhandledrejection', (event) => report(event.reason));

app.use(router).mount('#app');
