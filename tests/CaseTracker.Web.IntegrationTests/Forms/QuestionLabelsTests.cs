using CaseTracker.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CaseTracker.Web.IntegrationTests.Forms;

public sealed class QuestionLabelsTests
{
    private readonly DefaultHttpContext _http = new();
    private readonly ModelStateDictionary _state = new();

    [Fact]
    public void Names_the_question_of_each_error_in_the_order_of_the_page()
    {
        Ask(("Form.Kind", "Kind"), ("Form.On", "When?"), ("Form.Reason", "Reason"));
        Refuse("Form.Reason", "Form.On.Year", "Form.Kind");
        Assert.Equal([("Form.Kind", "Kind"), ("Form.On.Year", "When?"), ("Form.Reason", "Reason")], Wrong());
    }

    [Fact]
    public void Says_which_of_several_rows_is_meant()
    {
        Ask(("Form.Victims[0].Name", "Name"), ("Form.Victims[1].Name", "Name"));
        Refuse("Form.Victims[1].Name", "Form.Victims[0].Name");
        Assert.Equal([("Form.Victims[0].Name", "Name"), ("Form.Victims[1].Name", "Name (2)")], Wrong());
    }

    [Fact]
    public void Puts_an_error_of_a_whole_list_where_its_rows_begin_and_one_of_the_whole_form_first()
    {
        Ask(("Form.Title", "Title"), ("Form.Acts[0].Code", "Act"), ("Form.Consent", "Consent"));
        Refuse("Form.Consent", "Form.Acts", "", "Form.Elsewhere");
        Assert.Equal([("", null), ("Form.Acts", null), ("Form.Consent", "Consent"), ("Form.Elsewhere", null)], Wrong());
    }

    [Fact]
    public void Leaves_a_statement_out_but_keeps_its_place()
    {
        Ask(("Form.Seen", null), ("Form.Reason", "Reason"));
        Refuse("Form.Reason", "Form.Seen");
        Assert.Equal([("Form.Seen", null), ("Form.Reason", "Reason")], Wrong());
    }

    private void Ask(params (string Name, string? Label)[] questions) => Array.ForEach(questions, q => QuestionLabels.Add(_http, q.Name, q.Label));

    private void Refuse(params string[] names) => Array.ForEach(names, name => _state.AddModelError(name, "Please fill this in."));

    private IEnumerable<(string, string?)> Wrong() => QuestionLabels.Wrong(_http, _state).Select(w => (w.Name, w.Label));
}
