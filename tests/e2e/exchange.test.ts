import { openInBrowser } from '../support/browser-reader';
import { exchangeSuite } from './suites/exchange';
import { exportSuite } from './suites/export';

exchangeSuite(openInBrowser);
exportSuite(openInBrowser);
