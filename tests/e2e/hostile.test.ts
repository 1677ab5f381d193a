import { openInBrowser } from '../support/browser-reader';
import { hostileSuite } from './suites/hostile';

hostileSuite(openInBrowser);
