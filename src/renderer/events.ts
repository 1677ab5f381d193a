/** What the shell tells the window without being asked. */
import type { Router } from 'vue-router';
import type { ShellEvent } from '../shared/events';
import { recoveries } from './arrival';
import { call, onEvent } from './client';
import { run } from './commands/answers';
import { leaveWindow } from './leaving';
import { useMessages } from './stores/messages';
import { useNamesRevision } from './stores/names-revision';
import { useNotesRevision } from './stores/notes-revision';
import { useSession } from './stores/session';

export function followShell(router: Router): void {
  const session = useSession();
  const { tellNotice, tellError } = useMessages();
  const { bump } = useNamesRevision();
  const notes = useNotesRevision();

  function hear(event: ShellEvent): void {
    switch (event.type) {
      case 'command':
        run(event.command);
        break;
      case 'go':
        void router.push(event.path);
        break;
      case 'settings':
        session.takeOver(event.settings);
        break;
      case 'names':
        bump();
        break;
      case 'notes':
        notes.bump();
        break;
      case 'history':
        session.hearForgotten().catch(tellError);
        break;
      case 'private':
        session.hearPrivate(event.isPrivate).catch(tellError);
        break;
      case 'notebook':
        session.reload().catch(tellError);
        bump();
        notes.bump();
        break;
      case 'notice':
        if (event.notice.code === 'page-recovered') recoveries.value += 1;
        tellNotice(event.notice);
        break;
      case 'closing':
        void leaveWindow(tellError, async () => {
          await call('shell.leave', {});
        });
        break;
    }
  }

  onEvent(hear);
}
