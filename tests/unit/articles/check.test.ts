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
    ['an event of an unknown entity', /event ev-nothing: there is no entity ev-nothing/u, ({ events }) => {
      first(events).entity = id('ev-nothing');
    }],
    ['a place dated as if it were an event', /event pl-izbica: it is no event/u, ({ events }) => {
      first(events).entity = id('pl-izbica');
    }],
    ['an event at an unknown place', /there is no entity pl-atlantis/u, ({ events }) => {
      first(events).places = [id('pl-atlantis')];
    }],
    ['an event at what is no place', /or-kla is no place/u, ({ events }) => {
      first(events).places = [id('or-kla')];
    }],
    ['an event twice at one place', /places: pl-izbica stands twice/u, ({ events }) => {
      first(events).places = [id('pl-izbica'), id('pl-izbica')];
    }],
    ['an event told of in an article that there is not', /told in: there is no article atlantis/u, ({ events }) => {
      first(events).toldIn = [{ article: id('atlantis'), block: id('lead-1') }];
    }],
    ['an event told of in a block that there is not', /told in: there is no block nowhere/u, ({ events, articles }) => {
      first(events).toldIn = [{ article: first(articles).article.id, block: id('nowhere') }];
    }],
    ['an event dated twice', /events: ev-\S+ stands twice/u, ({ events }) => {
      events.push(first(events));
    }],
    ['a day that the calendar lacks', /event ev-\S+: 1998-02-30 is no date/u, ({ events }) => {
      first(events).occasions = [{ from: '1998-02-30' }];
    }],
    ['a month that the calendar lacks', /event ev-\S+: 1998-13 is no date/u, ({ events }) => {
      first(events).occasions = [{ from: '1998', to: '1998-13' }];
    }],
    ['an event that ends before it begins', /it ends in 1998-02, before 1998-03-05/u, ({ events }) => {
      first(events).occasions = [{ from: '1998-03-05', to: '1998-02' }];
    }],
    ['an earlier occasion after a later one', /1998-03 stands after what was later/u, ({ events }) => {
      first(events).occasions = [{ from: '1998', to: '1998-09' }, { from: '1998-03' }];
    }],
    ['a figure that ends before it begins', /figure .*: it ends in 1998, before 1999/u, ({ articles }) => {
      Object.assign(first(first(articles).figures).scope, { from: '1999', to: '1998' });
    }],
    ['a question that rests on an unknown source', /question .*: there is no source doc-lost/u, ({ articles }) => {
      first(first(articles).questions).citations = [{ source: id('doc-lost'), lines: '1' }];
    }],
    ['a question in two articles', /questions: drenica-\S+ stands twice/u, ({ articles }) => {
      (articles[1] as (typeof articles)[number]).questions.push(first(first(articles).questions));
    }],
  ])('%s', (_, problem, spoil) => {
    expect(spoilt(spoil)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });
}); // prettier-ignore

describe('dates that are known to different precision', () => {
  it('contradict each other only where both are known', () => {
    const problems = spoilt(({ events }) => {
      first(events).occasions = [
        { from: '1999-03-20', to: '1999-03' },
        { from: '1999', to: '1999-06-15' },
      ];
    });
    expect(problems).toEqual([]);
  });
});
