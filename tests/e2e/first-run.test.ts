import { openInBrowser } from '../support/browser-reader';
import { firstRunSuite } from './suites/first-run';

firstRunSuite(openInBrowser);
