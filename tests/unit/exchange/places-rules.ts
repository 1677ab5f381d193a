/** What Linked Places asks of a file (README 1.3 and World Historical Gazetteer's schema 2.0), in our words. */
import { Ajv } from 'ajv';

const ADDRESS = String.raw`^\w+:[^\s]+$`;
const LANG_TAG = '^[a-z]{2,3}(-[A-Z][a-z]{3})?$';
const line = { type: 'string', pattern: '^.*$' };
const date = { type: 'string', pattern: String.raw`^-?\d{1,4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?$` };
const degree = { enum: ['certain', 'less-certain', 'uncertain'] };
const citations = {
  type: 'array',
  items: {
    type: 'object',
    required: ['label'],
    properties: {
      label: line,
      year: { type: 'string', pattern: String.raw`^-?\d+$` },
      '@id': { type: 'string', pattern: ADDRESS },
    },
  },
};
const when = {
  type: 'object',
  required: ['timespans'],
  properties: {
    timespans: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['start'],
        properties: { start: { type: 'object', required: ['in'], properties: { in: date } } },
      },
    },
    label: line,
  },
};
const feature = {
  type: 'object',
  required: ['@id', 'type', 'properties', 'when', 'names', 'geometry'],
  properties: {
    '@id': { type: 'string', pattern: ADDRESS },
    type: { const: 'Feature' },
    when,
    properties: {
      type: 'object',
      required: ['title', 'fclasses'],
      // Country codes: none. Not XK, which is not in the list, and no other in its place.
      properties: {
        title: line,
        fclasses: { type: 'array', minItems: 1, items: { enum: ['A', 'H', 'L', 'P', 'R', 'S', 'T'] } },
        ccodes: false,
      },
    },
    names: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['toponym', 'lang', 'citations'],
        properties: {
          toponym: line,
          lang: { type: 'string', pattern: LANG_TAG },
          citations,
          certainty: degree,
        },
      },
    },
    types: {
      type: 'array',
      items: {
        type: 'object',
        properties: { identifier: { type: 'string', pattern: ADDRESS }, label: line },
      },
    },
    geometry: {
      oneOf: [
        { type: 'null' },
        {
          type: 'object',
          required: ['type', 'coordinates'],
          properties: {
            type: { const: 'Point' },
            coordinates: {
              type: 'array',
              items: [
                { type: 'number', minimum: -180, maximum: 180 },
                { type: 'number', minimum: -90, maximum: 90 },
              ],
              minItems: 2,
              maxItems: 2,
            },
            citations,
          },
        },
      ],
    },
    descriptions: {
      type: 'array',
      items: { type: 'object', required: ['value'], properties: { value: line, lang: { type: 'string' } } },
    },
  },
};

const SCHEMA = {
  type: 'object',
  required: ['type', '@context', 'features'],
  properties: {
    type: { const: 'FeatureCollection' },
    features: { type: 'array', minItems: 1, items: feature },
  },
};

const isLinkedPlaces = new Ajv({ strict: false, allErrors: true }).compile(SCHEMA);

/** What breaks the rules, with where. */
export function brokenRules(collection: unknown): string[] {
  isLinkedPlaces(collection);
  return (isLinkedPlaces.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
