import { openInBrowser } from '../support/browser-reader';
import { handoutSuite } from './suites/handout';

handoutSuite(openInBrowser);
