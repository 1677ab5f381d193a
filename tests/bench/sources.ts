/** Lets a bench import the sources as they are: they name their neighbours without an extension, as bundlers read
 *  them. To be imported before anything of src/. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const isOurs = context.parentURL?.includes('/node_modules/') === false;
    const isBare = isOurs && /^\.\.?\//u.test(specifier) && !/\.[a-z]+$/u.test(specifier);
    return next(isBare ? `${specifier}.ts` : specifier, context);
  },
});
