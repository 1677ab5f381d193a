// A library process without a library: speaks the protocol of src/library/channel.ts over a fork's pipe.
const send = (/** @type {object} */ message) => process.send?.(message);

process.on('message', (/** @type {any} */ message) => {
  if (message.close) return process.exit(0);
  const answer = (/** @type {unknown} */ value) => send({ id: message.id, answer: { ok: true, value } });
  const { method, input } = message;
  if (method === 'test.die') process.exit(3);
  if (method === 'test.hang') for (;;);
  if (method === 'test.echo') return answer({ input, pid: process.pid, args: process.argv.slice(2) });
  if (method === 'handout.compose') {
    if (input.articles[0].id === 'no-such-article') {
      const error = {
        code: 'article.unknown',
        params: { id: 'no-such-article' },
        message: 'There is no such article.',
      };
      return send({ id: message.id, answer: { ok: false, error } });
    }
    return answer({ title: 'Masakra e Izbicës', lang: input.langs[0], chapters: [] });
  }
  answer({ method, input });
});
process.on('disconnect', () => process.exit(0));

if (process.argv.includes('--unreadable')) {
  send({ failed: { code: 'library.damaged', params: {}, message: 'library.db is damaged.' } });
} else {
  send({ ready: true });
}
