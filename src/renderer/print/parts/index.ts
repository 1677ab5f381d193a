/** What prints each part. */
import type { Component } from 'vue';
import type { Part } from '../../../shared/handout-parts';
import Answers from './Answers.vue';
import ContentNote from './ContentNote.vue';
import Contents from './Contents.vue';
import Cover from './Cover.vue';
import Facts from './Facts.vue';
import Figures from './Figures.vue';
import Glossary from './Glossary.vue';
import Licence from './Licence.vue';
import MapPart from './Map.vue';
import Names from './Names.vue';
import Notes from './Notes.vue';
import Questions from './Questions.vue';
import Sources from './Sources.vue';
import Text from './Text.vue';
import Timeline from './Timeline.vue';

/** Each is given the handout and the chapters that it is about. */
export const PART_COMPONENTS: Readonly<Record<Part, Component>> = {
  cover: Cover,
  contents: Contents,
  'content-note': ContentNote,
  text: Text,
  facts: Facts,
  figures: Figures,
  timeline: Timeline,
  map: MapPart,
  names: Names,
  glossary: Glossary,
  notes: Notes,
  questions: Questions,
  sources: Sources,
  licence: Licence,
  answers: Answers,
};
