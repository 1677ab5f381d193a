import { createPinia, storeToRefs } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { followAppearance } from './composables/appearance';
import { followLanguage } from './composables/interface-language';
import { followShell } from './events';
import { watchDrops } from './files-dropped';
import { afterFirstScreen } from './first-screen';
import { i18n } from './i18n';
import { finishWhenHidden } from './leaving';
import { router } from './router';
import { useMessages } from './stores/messages';
import { useSession } from './stores/session';
import './styles/base.css';

const app = createApp(App).use(createPinia()).use(i18n);

const { interfaceLang, opened, settings } = storeToRefs(useSession());
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

finishWhenHidden(report);
watchDrops(router);
afterFirstScreen(opened, () => followShell(router));

app.use(router).mount('#app');
