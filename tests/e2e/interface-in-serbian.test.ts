/** The other half, so that two run at once. */
import { openInBrowser } from '../support/browser-reader';
import { interfaceSuite, LOOKS } from './suites/interface';

interfaceSuite(openInBrowser, LOOKS.slice(2));
