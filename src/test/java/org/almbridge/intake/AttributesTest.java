package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "email,email",
                " EMAIL ,email",
                "Name,name",
                "User Type,userType",
                "USERUNIQUEID,userUniqueId",
                "profile,profile",
                "content locale,contentLocale",
                "Bio,bio",
                "enrollonclick,enrollOnClick",
                "gamificationEnabled,gamificationEnabled",
                "ManagerId,managerId",
                "Manager Email,managerEmail",
                "LOID,loId",
                "loinstanceid,loInstanceId",
                "metadata.Cost Center,metadata.Cost Center",
                " MetaData . costCENTER ,metadata.costCENTER",
                "Fields.a.b,fields.a.b",
                "Employee's Name,name",
                "Employee's Email,email",
                "Employee\u2019s Email,email",
                "EMPLOYEE'S Profile / Designation,profile",
                "Manager's ID / Email,managerId"
            })
    void knowsTheColumnWhateverItsCaseAndSpaces(String header, String canonical) {
        assertThat(Attributes.canonical(header)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "e-mail", "salary", "fields.", "metadata. ", ".email", "email.x", "fields"})
    void leavesOtherColumnsAlone(String header) {
        assertThat(Attributes.canonical(header)).isEmpty();
    }

    @Test
    void toleratesNoBreakSpaces() {
        assertThat(Attributes.canonical("\u00A0User\u00A0Type")).contains("userType");
    }
}
