import { openInBrowser } from '../support/browser-reader';
import { programPagesSuite } from './suites/program-pages';

programPagesSuite(openInBrowser);
