import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../../src/core/articles/check';
import type { LibraryFiles } from '../../../src/core/articles/library-source';
import { readLibraryFiles } from '../../../src/library/resources';
import { RESOURCES } from '../../support/library';

/** The first library with one thing spoilt. */
function spoilt(spoil: (files: LibraryFiles) => void): string[] {
  const files = structuredClone(readLibraryFiles(RESOURCES));
  spoil(files);
  return checkLibrary(files);
}

/** Ids as they would be written by mistake. */
const id = (text: string) => text as never;
const first = <T>(list: readonly T[]): T => list[0] as T;

describe('a library that does not hold together is told of:', () => {
  it.each<[string, RegExp, (files: LibraryFiles) => void]>([
    ['a mention of an unknown entity', /en lead-1: there is no entity pl-atlantis/u, ({ articles }) => {
      first(first(articles).editions).blocks[id('lead-1')] = '[[pl-atlantis|Atlantis]]';
    }],
    ['a mention in a form that no name has', /“Drenicëz” is no known form of pl-drenica/u, ({ articles }) => {
      first(first(articles).editions).blocks[id('lead-1')] = '[[pl-drenica|Drenicëz]]';
    }],
    ['brackets that do not pair', /lead-1: “\[\[” has no partner/u, ({ articles }) => {
      first(first(articles).editions).blocks[id('lead-1')] = '[[pl-drenica|Drenica';
    }],
    ['a block that an edition lacks', /en: there is no text for block lead-2/u, ({ articles }) => {
      Reflect.deleteProperty(first(first(articles).editions).blocks, 'lead-2');
    }],
    ['a block that only an edition has', /en: there is no block stray/u, ({ articles }) => {
      first(first(articles).editions).blocks[id('stray')] = 'Alone.';
    }],
    ['a fact that an edition lacks', /there is no text for fact date/u, ({ articles }) => {
      delete first(first(articles).editions).facts.date;
    }],
    ['a citation of an unknown source', /there is no source doc-lost/u, ({ articles }) => {
      first(first(articles).article.blocks).citations = [{ source: id('doc-lost'), lines: '1' }];
    }],
    ['a name from an unknown source', /there is no source doc-lost/u, ({ entities }) => {
      first(first(entities).names).sources = [id('doc-lost')];
    }],
    ['an entity without a preferred name', /there is no preferred name in sq/u, ({ entities }) => {
      const entity = first(entities);
      entity.names = entity.names.filter(({ lang }) => lang !== 'sq');
    }],
    ['two preferred names of one form', /the preferred base name in en stands twice/u, ({ entities }) => {
      const { names } = first(entities);
      names.push({ ...first(names.filter(({ lang, kind }) => lang === 'en' && kind === 'preferred')), text: 'Another' });
    }],
    ['a figure in an unknown block', /figure .*: there is no block nowhere/u, ({ articles }) => {
      first(first(articles).figures).block = id('nowhere');
    }],
    ['a figure within an unknown one', /there is no figure nothing/u, ({ articles }) => {
      first(first(articles).figures).partOf = id('nothing');
    }],
    ['a figure that says nothing', /neither a number nor words/u, ({ articles }) => {
      Object.assign(first(first(articles).figures), { low: null, high: null, wording: undefined });
    }],
    ['an id that stands twice', /entities: pl-kosovo stands twice/u, ({ entities }) => {
      entities.push(first(entities));
    }],
    ['a see-also that leads nowhere', /see also: there is no article lost/u, ({ articles }) => {
      first(first(articles).article.seeAlso).article = id('lost');
    }],
  ])('%s', (_, problem, spoil) => {
    expect(spoilt(spoil)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });
}); // prettier-ignore
