import { concordanceSuite } from '../e2e/suites/concordance';
import { openOnDesktop } from '../support/desktop-reader';

concordanceSuite(openOnDesktop, { isWhole: false });
