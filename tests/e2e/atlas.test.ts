import { openInBrowser } from '../support/browser-reader';
import { atlasSuite } from './suites/atlas';

atlasSuite(openInBrowser);
