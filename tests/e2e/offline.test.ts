import { openInBrowser } from '../support/browser-reader';
import { offlineSuite } from './suites/offline';

offlineSuite(openInBrowser);
