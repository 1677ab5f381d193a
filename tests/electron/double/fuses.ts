/** The packaged application's fuses, as far as they change what its code may do. */
import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import { syncBuiltinESMExports } from 'node:module';

/** With the fuse runAsNode off there is no Node to fork (docs/tutorial/fuses.md). */
export function blowFuses(): void {
  const refuse = (): never => {
    throw new Error(
      'child_process.fork needs the fuse runAsNode, which the packaged app has off: use utilityProcess',
    );
  };
  childProcess.fork = refuse;
  cluster.fork = refuse;
  syncBuiltinESMExports();
}
