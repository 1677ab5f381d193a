/** The pages about the program itself. */
export { default as AboutPage } from './AboutPage.vue';
export { default as KeysPage } from './KeysPage.vue';
export { default as SettingsPage } from './SettingsPage.vue';
export { default as WelcomePage } from './WelcomePage.vue';
