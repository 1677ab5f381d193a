import { openInBrowser } from '../support/browser-reader';
import { readingSuite } from './suites/reading';

readingSuite(openInBrowser);
