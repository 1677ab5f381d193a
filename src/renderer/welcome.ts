/** The first-run page stands in the place of the contents until the reader has seen it. */
import type { Router } from 'vue-router';
import type { Settings } from '../shared/contract';

/** Who has asked for anything in particular gets that. */
export function needsWelcome({ welcomed }: Pick<Settings, 'welcomed'>, address: string): boolean {
  return !welcomed && address === '/';
}

/** @param askShell of what the page speaks of and only the shell knows, so that it is whole when it is shown */
export async function welcomeFirst(
  router: Router,
  settings: Settings,
  askShell: () => Promise<unknown>,
): Promise<void> {
  await router.isReady();
  if (!needsWelcome(settings, router.currentRoute.value.fullPath)) return;
  await Promise.all([router.replace({ name: 'welcome' }), askShell()]);
}
