package scapula;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's FHIR R4 validator, with what it carries and nothing from outside. */
final class Fhir {

    private static final List<String> NOT_AT_HAND = List.of("http://loinc.org", "urn:scapula:");
    private static final FhirValidator VALIDATOR = validator();

    private Fhir() {}

    /** What is wrong with a resource, less that LOINC and our own codes cannot be looked up. */
    static List<String> complaints(String resource) {
        return VALIDATOR.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity() != ResultSeverityEnum.INFORMATION && !isOfLookUp(message))
                .map(Fhir::told)
                .toList();
    }

    private static boolean isOfLookUp(SingleValidationMessage message) {
        return message.getSeverity() == ResultSeverityEnum.WARNING
                && message.getMessage().contains("CodeSystem")
                && NOT_AT_HAND.stream().anyMatch(message.getMessage()::contains);
    }

    private static String told(SingleValidationMessage message) {
        return message.getSeverity() + " at " + message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator() {
        FhirContext r4 = FhirContext.forR4();
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(r4),
                new InMemoryTerminologyServerValidationSupport(r4),
                new CommonCodeSystemsTerminologyService(r4));
        return r4.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }
}
