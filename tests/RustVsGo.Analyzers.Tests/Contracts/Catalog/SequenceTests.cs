namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Operators that go through their source each time.</summary>
public sealed class SequenceTests
{
    [Fact]
    public Task Filtered_in_its_own_loop() => CatalogProgram.Check(
        """
            void M(List<int> l) { foreach (var x in l.Where(i => i > 1)) {|RVG0502:l|}.Remove(x); }
        """);

    [Fact]
    public Task A_query_in_a_variable() => CatalogProgram.Check(
        """
            void M(List<int> l) { var q = l.Where(i => i > 1).Select(i => i + 1); foreach (var x in q) {|RVG0502:l|}.Add(x); }
        """);

    [Fact]
    public Task A_query_that_is_read_to_its_end_first() => CatalogProgram.Check(
        """
            void M(List<int> l) { foreach (var x in l.Where(i => i > 1).ToList()) l.Remove(x); foreach (var x in l.OrderBy(i => i)) l.Remove(x); }
        """);

    [Fact]
    public Task Changed_before_and_behind() => CatalogProgram.Check(
        """
            void M(List<int> l) { var q = l.Where(i => i > 1); l.Add(1); foreach (var x in q) { } l.Add(2); }
        """);

    [Fact]
    public Task A_query_is_returned() => CatalogProgram.Check(
        """
            IEnumerable<int> M(List<int> l) { var q = l.Where(x => x > 1); l.Clear(); return q; }
        """);

    [Fact]
    public Task A_predicate_that_captures_another_list() => CatalogProgram.Check(
        """
            void M(List<int> l, List<int> m) { foreach (var x in m.Where(i => !l.Contains(i))) l.Add(x); }
        """);

    [Fact]
    public Task A_loop_that_starts_again() => CatalogProgram.Check(
        """
            void M(List<int> l) { var again = true; while (again) { again = false; foreach (var x in l.Where(i => i > 3)) { l.Remove(x); again = true; break; } } }
        """);
}
