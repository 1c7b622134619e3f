using System.Reflection;
using System.Text.RegularExpressions;

namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Holds docs/constructs.md, the matrix of constructs, to the tests that it names.</summary>
public sealed partial class MatrixTests
{
    private static readonly Lazy<IReadOnlyList<Row>> s_rows = new(() => [.. ReadRows()]);

    private static IEnumerable<Type> TestClasses => typeof(MatrixTests).Assembly.GetTypes().Where(type => TestsOf(type).Any());

    [Fact]
    public void Every_test_that_the_matrix_names_exists()
    {
        var missing = s_rows.Value
            .SelectMany(static row => row.Reported.Concat(row.Accepted))
            .Where(name => !TestClasses.Any(type => IsNamed(type, name)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_construct_has_a_test_that_reports_and_one_that_accepts()
    {
        Assert.NotEmpty(s_rows.Value);
        Assert.Empty(s_rows.Value.Where(static row => row.Reported.Count == 0 || row.Accepted.Count == 0).Select(static row => row.Construct));
        Assert.Empty(s_rows.Value.GroupBy(static row => row.Construct).Where(static same => same.Count() > 1).Select(static same => same.Key));
    }

    [Fact]
    public void Every_class_of_construct_tests_stands_in_the_matrix()
    {
        var named = s_rows.Value.SelectMany(static row => row.Reported.Concat(row.Accepted)).Select(static name => name.Split('.')[0]).ToHashSet();
        var classes = TestClasses.Where(static type => type.Namespace == typeof(MatrixTests).Namespace && type != typeof(MatrixTests) && type != typeof(OperationKindTests));

        Assert.Empty(classes.Select(static type => type.Name).Except(named));
    }

    // A class of the same name stands under Rules; the matrix means the one that has the test.
    private static bool IsNamed(Type type, string name) => name.Split('.') is [var @class, var method]
        && type.Name == @class && TestsOf(type).Any(test => test.Name == method);

    private static IEnumerable<MethodInfo> TestsOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(static method => method.GetCustomAttributes<FactAttribute>().Any());

    private static IEnumerable<Row> ReadRows()
    {
        foreach (var line in File.ReadLines(RepositoryRoot.Combine("docs", "constructs.md")))
        {
            if (line.Split('|') is ["", var construct, _, var reported, var accepted, ""] && Name().IsMatch(reported + accepted))
                yield return new Row(construct.Trim(), Names(reported), Names(accepted));
        }
    }

    private static IReadOnlyList<string> Names(string cell) => [.. Name().Matches(cell).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex Name();

    private sealed record Row(string Construct, IReadOnlyList<string> Reported, IReadOnlyList<string> Accepted);
}
