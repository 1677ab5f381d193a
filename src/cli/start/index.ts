/**
 * `npm start`: the reader, in the best shell that there is.
 * Its folder is where the build puts it (out/main); no other module may import it.
 */
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { decide, explain, hasDisplay, type Why } from './decide';
import { type ElectronPackage, fetchElectron, findElectron, runElectron } from './electron';
import { downloadEndpoint, unreachable } from './network';
import { hostArguments, parseStartOptions, START_HELP, type StartOptions } from './options';

const BUILT = import.meta.dirname;
const PROGRAM = join(BUILT, '../..');
const MODULES = join(PROGRAM, 'node_modules');

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Resolves to the exit code, once the reader has been closed. */
export async function run(args: readonly string[]): Promise<number> {
  let options: StartOptions | null;
  try {
    options = parseStartOptions(args);
  } catch (error) {
    say(`${(error as Error).message}\n\n${START_HELP}`);
    return 2;
  }
  if (options) return start(options);
  process.stdout.write(START_HELP);
  return 0;
}

async function start(options: StartOptions): Promise<number> {
  const { env, platform } = process;
  const electron = findElectron(MODULES, env);
  const plan = decide(
    {
      platform,
      hasDisplay: hasDisplay(platform, env),
      isRoot: process.getuid?.() === 0,
      electron: electron ? (electron.program ? 'here' : 'to-fetch') : 'absent',
      isOffline: Boolean(env['PARALEL_OFFLINE']) || env['npm_config_offline'] === 'true',
    },
    options,
  );
  if (plan.shell === 'browser') return inBrowser(plan, options, plan.open);
  const fetched = plan.shell === 'fetch' && electron ? await fetchFirst(electron) : null;
  if (fetched) return inBrowser(fetched, options);
  const program = findElectron(MODULES, env)?.program;
  if (!program) return inBrowser({ why: 'not-fetched', detail: 'it is not whole' }, options);
  const ran = await runElectron(program, [
    PROGRAM,
    ...(options.library ? ['--library', options.library] : []),
  ]);
  return ran.state === 'ended' ? ran.code : inBrowser({ why: 'not-started', detail: ran.detail }, options);
}

/** Null where it is here now. */
async function fetchFirst({ version, installer }: ElectronPackage): Promise<Why | null> {
  const endpoint = downloadEndpoint(process.env);
  const detail = await unreachable(endpoint);
  if (detail) return { why: 'unreachable', detail };
  say(`Fetching Electron ${version} from ${endpoint.host}, some 120 MB, once (Ctrl-C does without it) …`);
  const fetched = await fetchElectron(installer);
  if (fetched.state === 'fetched') return null;
  return fetched.state === 'cancelled'
    ? { why: 'cancelled' }
    : { why: 'not-fetched', detail: fetched.detail };
}

/** The host is an entry of its own, loaded by its place: the two do not import each other. */
async function inBrowser(reason: Why, options: StartOptions, hasScreen = true): Promise<number> {
  say(explain(reason));
  const entry = pathToFileURL(join(BUILT, 'serve.js')).href;
  const { run: serve } = (await import(/* @vite-ignore */ entry)) as {
    run(args: readonly string[]): Promise<number>;
  };
  return serve(hostArguments(options, hasScreen));
}
