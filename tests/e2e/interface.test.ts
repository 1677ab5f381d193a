import { openInBrowser } from '../support/browser-reader';
import { interfaceSuite, LOOKS } from './suites/interface';

interfaceSuite(openInBrowser, LOOKS.slice(0, 2));
