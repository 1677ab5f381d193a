#!/usr/bin/env node
/**
 * The one way in: `paralel start`, `paralel serve`, `paralel articles` …
 * This file and what it imports for an old Node are read by whatever Node the machine has: written for Node 12.
 */
import { isNewEnough } from './launch/node.mjs';

const args = process.argv.slice(2);

// Whoever reads what is printed may have read enough, as `head` has: the work goes on, and nobody is told.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });

if (isNewEnough(process.versions.node)) {
  import('./launch/dispatch.mjs').then(({ dispatch }) => dispatch(args));
} else {
  import('./launch/another-node.mjs').then(({ runByAnother }) => runByAnother(args));
}
