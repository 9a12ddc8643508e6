// Judges PDF files by the veraPDF engine: PDF/A-3a and PDF/UA-1. One line a failed rule; exit 1 when any fails.

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

public class Verapdf {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean compliant = true;
        for (String file : files) {
            for (String name : new String[] {"PDFA-3A", "PDFUA-1"}) {
                ValidationProfile profile;
                try (InputStream xml = Verapdf.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
                    profile = Profiles.profileFromXml(xml);
                }
                try (InputStream pdf = Files.newInputStream(Path.of(file));
                        PDFAParser parser = Foundries.defaultInstance().createParser(pdf, profile.getPDFAFlavour());
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
                    ValidationResult result = validator.validate(parser);
                    for (TestAssertion assertion : result.getTestAssertions()) {
                        System.out.println(name + " " + assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber()
                                + ": " + assertion.getMessage() + " at " + assertion.getLocation().getContext());
                    }
                    System.out.println(file + " " + name + (result.isCompliant() ? " compliant" : " NOT compliant"));
                    compliant &= result.isCompliant();
                }
            }
        }
        System.exit(compliant ? 0 : 1);
    }
}
