/** What the shell tells the window without being asked. */
import type { Router } from 'vue-router';
import { AppError } from '../shared/errors';
import type { ShellEvent } from '../shared/events';
import { recoveries } from './arrival';
import { call, onEvent } from './client';
import { run } from './commands/answers';
import { bytesOf } from './components/handout/base64';
import { giveFiles } from './files-dropped';
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

  async function close(): Promise<void> {
    await call('shell.finishing', {});
    await leaveWindow(tellError, async (unsaved) => void (await call('shell.leave', { unsaved })));
  }

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
      case 'files':
        giveFiles(event.files.map(({ name, data }) => new File([bytesOf(data)], name)));
        break;
      case 'failed':
        tellError(new AppError(event.reason.code, event.reason.params));
        break;
      case 'notice':
        if (event.notice.code === 'page-recovered') recoveries.value += 1;
        tellNotice(event.notice);
        break;
      case 'closing':
        void close();
        break;
    }
  }

  onEvent(hear);
}
